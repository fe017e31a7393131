import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VerbatimError } from '../../domain/errors.ts';
import { decodeModel, type Model } from './model.ts';

/** The model that comes with the package; beside src as beside what is built from it. */
export const MODEL_FILE = join(import.meta.dirname, '../../../model/attributions.bin');

let loaded: Model | undefined;

/**
 * The model, read when it is first asked for.
 *
 * @throws VerbatimError UNAVAILABLE where the file is missing or not of this version
 */
export function loadModel(): Model {
  loaded ??= read(MODEL_FILE);
  return loaded;
}

function read(file: string): Model {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new VerbatimError('UNAVAILABLE', `The model of attributions, ${file}, cannot be read. ${REMEDY}`, { cause });
  }
  const model = decodeModel(bytes);
  if (!model) throw new VerbatimError('UNAVAILABLE', `${file} is no model that this version can read. ${REMEDY}`);
  return model;
}

const REMEDY = 'Install the package anew, or train a model: see model/README.md.';
