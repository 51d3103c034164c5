/** What to do where a sign-in meets something else than an ERP. */
export const NO_SITE =
  'Check baseUrl: it is the root of the site, such as https://erp.example.com/AcumaticaERP, without /entity.';
