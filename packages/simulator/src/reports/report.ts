/** What a report says, before it has a format. */
export interface Report {
  readonly title: string;
  /** Lines under the title: what it is about, its parameters. */
  readonly heading: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line under the table. */
  readonly footer: string;
}

/** Formats by the name they have in addresses. */
export type ReportFormat = 'PDF' | 'HTML' | 'Excel';

/** Media type of each format. */
export const reportTypes: Readonly<Record<ReportFormat, string>> = {
  PDF: 'application/pdf',
  HTML: 'text/html; charset=utf-8',
  Excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
