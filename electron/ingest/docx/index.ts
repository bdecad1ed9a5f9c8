/** Word documents: not yet read. */
import { FaultError } from '../../core/fault.ts';
import type { Limits } from '../limits.ts';
import type { Reading } from '../piece.ts';

export function readDocx(_bytes: Uint8Array, _limits: Limits): Reading {
  throw new FaultError('type-unsupported', 'docx');
}
