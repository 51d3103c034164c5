import { customerStatuses } from '../../demo/drop-downs.js';
import { codeOf, defineTable, isDeleted, toMany, toOne } from './define-table.js';

/** Customers, which the ERP keeps as business accounts. */
export const customers = defineTable('PX.Objects.AR.Customer', {
  title: 'Customer',
  entity: 'Customer',
  keepsDeleted: true,
  keys: 'BAccountID',
  columns: `BAccountID:Int AcctCD[10] AcctName Status CustomerClassID TermsID CreditLimit:Decimal DefBillContactID:Int
    LastModifiedDateTime:DateTime DeletedDatabaseRecord:Boolean NoteID:Guid NoteText!`,
  navigation: {
    ContactByDefBillContactID: toOne('PX_Objects_CR_Contact', { DefBillContactID: 'ContactID' }),
    SOOrderCollection: toMany('PX_Objects_SO_SOOrder', { BAccountID: 'CustomerID' }),
  },
  rows: (source) =>
    source
      .table('Customer')
      .all()
      .map((record, at) => ({
        BAccountID: at + 1,
        AcctCD: record.fields.get('CustomerID'),
        AcctName: record.fields.get('CustomerName'),
        Status: codeOf(customerStatuses, record.fields.get('Status'), 'A'),
        CustomerClassID: record.fields.get('CustomerClass'),
        TermsID: record.fields.get('Terms'),
        CreditLimit: record.fields.get('CreditLimit'),
        DefBillContactID: record.fields.get('PrimaryContactID'),
        LastModifiedDateTime: record.fields.get('LastModifiedDateTime'),
        DeletedDatabaseRecord: isDeleted(source, record),
        NoteID: record.id,
      })),
});

/** People. */
export const contacts = defineTable('PX.Objects.CR.Contact', {
  title: 'Contact',
  entity: 'Contact',
  keepsDeleted: true,
  keys: 'ContactID',
  columns: `ContactID:Int DisplayName FirstName LastName EMail Phone1 FullName IsActive:Boolean
    LastModifiedDateTime:DateTime DeletedDatabaseRecord:Boolean NoteID:Guid NoteText!`,
  rows: (source) =>
    source
      .table('Contact')
      .all()
      .map((record) => ({
        ContactID: record.fields.get('ContactID'),
        DisplayName: record.fields.get('DisplayName'),
        FirstName: record.fields.get('FirstName'),
        LastName: record.fields.get('LastName'),
        EMail: record.fields.get('Email'),
        Phone1: record.fields.get('Phone1'),
        FullName: record.fields.get('CompanyName'),
        IsActive: record.fields.get('Active'),
        LastModifiedDateTime: record.fields.get('LastModifiedDateTime'),
        DeletedDatabaseRecord: isDeleted(source, record),
        NoteID: record.id,
      })),
});
