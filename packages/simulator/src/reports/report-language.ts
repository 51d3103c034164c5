import Negotiator from 'negotiator';
import type { Call } from '../server/call.js';

const english = {
  printedOn: 'Printed on',
  allCustomers: 'All customers',
  customer: 'Customer',
  invoice: 'Invoice',
  date: 'Date',
  due: 'Due',
  balance: 'Balance',
  totalDue: 'Total due',
  parameter: 'Parameter',
  value: 'Value',
  end: 'End of report',
};

/** What a report says of its own, besides the data. */
export type ReportWords = Readonly<typeof english>;

const languages: Readonly<Record<string, ReportWords>> = {
  en: english,
  de: {
    printedOn: 'Gedruckt am',
    allCustomers: 'Alle Kunden',
    customer: 'Kunde',
    invoice: 'Rechnung',
    date: 'Datum',
    due: 'Fällig',
    balance: 'Saldo',
    totalDue: 'Fällig gesamt',
    parameter: 'Parameter',
    value: 'Wert',
    end: 'Ende des Berichts',
  },
  es: {
    printedOn: 'Impreso el',
    allCustomers: 'Todos los clientes',
    customer: 'Cliente',
    invoice: 'Factura',
    date: 'Fecha',
    due: 'Vence',
    balance: 'Saldo',
    totalDue: 'Total vencido',
    parameter: 'Parámetro',
    value: 'Valor',
    end: 'Fin del informe',
  },
  fr: {
    printedOn: 'Imprimé le',
    allCustomers: 'Tous les clients',
    customer: 'Client',
    invoice: 'Facture',
    date: 'Date',
    due: 'Échéance',
    balance: 'Solde',
    totalDue: 'Total dû',
    parameter: 'Paramètre',
    value: 'Valeur',
    end: 'Fin du rapport',
  },
};

/** The words of the language that the caller likes best of those the simulator knows; English otherwise. */
export function reportWords({ headers }: Call): ReportWords {
  const language = new Negotiator({ headers }).language(Object.keys(languages));
  return languages[language ?? 'en'] ?? english;
}
