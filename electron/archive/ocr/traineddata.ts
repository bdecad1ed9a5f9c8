/**
 * What a file of language data is, told by its content: tesseract's own container, packed with gzip
 * or not, with a model of the kind the engine runs. Also the code that such a file goes by.
 */
import { gunzip } from 'node:zlib';
import { FaultError } from '../../core/fault.ts';

/** Largest language data taken, unpacked, in bytes: the largest there are need half of it. */
export const LARGEST_DATA = 128 * 1024 ** 2;

/** Parts a container may have, at most; today's have 24. */
const MOST_PARTS = 64;
/** Place of the model that today's engine runs; older data lack it. */
const LSTM_MODEL = 17;

const ENDING = /\.traineddata(\.gz)?$/i;

/** The engine's code for a language, out of a file's name ('ara', 'chi_sim'); null: it has none. */
export function codeOf(name: string): string | null {
  // A second download is called 'ara (1).traineddata' by most systems.
  const stem = name.replace(ENDING, '').replace(/\s*\(\d+\)$/, '');
  const code = stem.toLowerCase().replaceAll('-', '_');
  return /^[a-z]{3}[a-z_]{0,9}$/.test(code) ? code : null;
}

/**
 * Language data ready for the engine.
 * @throws FaultError `language-data` where these bytes are none, `file-too-large`.
 */
export async function languageData(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > LARGEST_DATA) throw new FaultError('file-too-large');
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const data = isPacked ? await unpacked(bytes) : bytes;
  if (!hasModel(data)) throw new FaultError('language-data', 'no model in it');
  return data;
}

function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength: LARGEST_DATA }, (error, data) => {
      if (error === null) return resolve(data);
      const tooLarge = 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      reject(new FaultError(tooLarge ? 'file-too-large' : 'language-data', 'gzip'));
    });
  });
}

/** The container starts with a count of parts and the place of each, -1 where it is not there. */
function hasModel(data: Uint8Array): boolean {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 4) return false;
  const parts = view.getInt32(0, true);
  const start = 4 + parts * 8;
  if (parts <= LSTM_MODEL || parts > MOST_PARTS || data.length <= start) return false;
  const places = Array.from({ length: parts }, (_, part) => view.getBigInt64(4 + part * 8, true));
  const fit = places.every((at) => at === -1n || (at >= start && at < data.length));
  return fit && places[LSTM_MODEL] !== -1n;
}
