/** The id of the box that chooses a row. */
export const pickId = (number: string): string => `pick-${number}`;
