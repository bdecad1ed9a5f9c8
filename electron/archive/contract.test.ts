/**
 * The contract, kept: every call of the table on a real archive, what must be refused, and proof
 * that no call was left out.
 */
import { expect, it } from 'vitest';
import { CALLS } from '../contract/calls.ts';
import { keepsErasing } from './fixtures/contract/erasing.ts';
import { keepsLeaving } from './fixtures/contract/leaving.ts';
import { keepsReading } from './fixtures/contract/reading.ts';
import { exercised } from './fixtures/contract/stage.ts';
import { keepsTagging } from './fixtures/contract/tagging.ts';
import { keepsWhole } from './fixtures/contract/whole.ts';
import { keepsWriting } from './fixtures/contract/writing.ts';

keepsReading();
keepsWriting();
keepsTagging();
keepsLeaving();
keepsErasing();
keepsWhole();

it('left no call of the table out', () => {
  expect([...exercised].sort()).toEqual(Object.keys(CALLS).sort());
});
