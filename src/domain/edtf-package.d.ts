// What is used of the edtf package, which ships no types.
declare module 'edtf' {
  export default function edtf(
    value: string,
    constraints?: { level?: 0 | 1 | 2 },
  ): { readonly min: number | null; readonly max: number | null };
}
