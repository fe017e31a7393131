import { extract } from '../extract/extract.ts';
import type { Extraction } from '../extract/extraction.ts';
import type { ExtractionTask } from './extractor.ts';

/** What every worker thread runs (see `workerExtractor`). */
export default ({ text, options }: ExtractionTask): Extraction => extract(text, options);
