/** A filter on a column that a formula computes, or an order by it: the ERP answers nothing at all. */
export class CalculatedColumn extends Error {}
