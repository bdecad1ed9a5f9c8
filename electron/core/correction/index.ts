/** Door of corrections: describe one, apply them all. */
export { correctionOf } from './correction.ts';
export type { Correction, CorrectionKind, CorrectionRequest } from './correction.ts';
export { applyCorrections } from './apply.ts';
export { cutAt } from './edit.ts';
