/** A part of a snippet: whether it is a hit, and its characters. */
export interface SnippetPart {
  readonly isHit: boolean;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * Takes a snippet of the API apart, which is HTML with <mark> around hits and all else escaped. Nothing else is understood,
 * so nothing but text can come of it.
 */
export function snippetParts(html: string): SnippetPart[] {
  return html.split(/(<mark>|<\/mark>)/).reduce<{ isHit: boolean; parts: SnippetPart[] }>(
    ({ isHit, parts }, token) => {
      if (token === '<mark>') return { isHit: true, parts };
      if (token === '</mark>') return { isHit: false, parts };
      return { isHit, parts: token === '' ? parts : [...parts, { isHit, text: unescape(token) }] };
    },
    { isHit: false, parts: [] },
  ).parts;
}

const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
