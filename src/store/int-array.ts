/** Whole numbers as PostgreSQL reads an array: one text instead of thousands of values that a query layer looks at one by one. */
export const intArray = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;
