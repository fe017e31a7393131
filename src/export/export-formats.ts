import { CSV } from './csv.ts';
import type { ExportFormat } from './export-format.ts';
import { GRAPHML } from './graphml.ts';
import { JSON_LD } from './json-ld.ts';
import { PROV_JSON } from './prov-json.ts';

/** All formats, by the names that commands and addresses call them. */
export const EXPORT_FORMATS = {
  csv: CSV,
  jsonld: JSON_LD,
  prov: PROV_JSON,
  graphml: GRAPHML,
} as const satisfies Record<string, ExportFormat>;
export type ExportFormatName = keyof typeof EXPORT_FORMATS;

/** Whether something is the name of a format. */
export const isExportFormat = (name: string): name is ExportFormatName => Object.hasOwn(EXPORT_FORMATS, name);
