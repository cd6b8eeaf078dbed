/** Tenths of an index of disadvantage that count as most disadvantaged: 1, 2 and 3. */
export const MOST_DISADVANTAGED = 3;

/** Fewer schools with a figure than this say nothing: one school would move the share by more than a fifth. */
export const FEWEST_SCHOOLS = 5;

/** Schools of a network, or of an area. */
export type SchoolCounts = {
  schools: number;
  /** Those whose tenth is known. */
  withFigure: number;
  /** Those of them in the most disadvantaged three tenths. */
  disadvantaged: number;
};

export type Reach = {
  /** Share of the schools with a figure that lie in the most disadvantaged three tenths, 0 to 1; null: too few to say. */
  share: number | null;
  withoutFigure: number;
};

/** How far a network, or an area, reaches into the most disadvantaged three tenths. */
export const reachOf = ({ schools, withFigure, disadvantaged }: SchoolCounts): Reach => ({
  share: withFigure < FEWEST_SCHOOLS ? null : disadvantaged / withFigure,
  withoutFigure: schools - withFigure,
});
