/** Door of anchoring: `describe` a place, `anchor` a description. */
export { anchor } from './anchor.ts';
export { describe } from './describe.ts';
