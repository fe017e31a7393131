/** A place for people: both count from 1, columns in UTF-16 code units as editors do. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** Line and column of a UTF-16 offset. Lines end with LF. */
export function lineAndColumn(text: string, utf16: number): LineAndColumn {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < utf16; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: utf16 - lineStart + 1 };
}
