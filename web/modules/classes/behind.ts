/** Which contacts to show behind a figure: of one person or all, of a cell, or with and without a class. */
export interface Behind {
  staffId?: string;
  preclass?: string;
  judged?: string;
  classed?: 'yes' | 'no';
  title: string;
}
