import type { EntityDeclaration } from '../../schema/declare-entity.js';

/** Entities that live inside many others. */
export const sharedEntities: Record<string, EntityDeclaration> = {
  ActivityDetail: {
    members: `Billable:Boolean CreatedDateTime:DateTime NoteID:Guid Owner StartDate:DateTime Status Summary TimeSpent Type`,
  },
  Address: { members: 'AddressLine1 AddressLine2 City Country PostalCode State Validated:Boolean' },
  AttributeValue: {
    members: 'AttributeID AttributeDescription IsActive:Boolean RefNoteID:Guid Required:Boolean Value ValueDescription',
  },
  DocContact: { members: 'Attention BusinessName Email Phone1' },
};
