import { beforeEach, expect, it } from 'vitest';
import { clearPicked, pickedIn, pickTo, togglePicked } from './picked.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
beforeEach(() => void clearPicked());

it('marks one by one and takes marks away', () => {
  expect(togglePicked('doc', 'b')).toBe(true);
  expect(togglePicked('doc', 'd')).toBe(true);
  expect(togglePicked('doc', 'b')).toBe(false);
  expect([...pickedIn('doc')]).toEqual(['d']);
});

it('marks a range from where marking began, in either direction', () => {
  pickTo('doc', order, 'c', 'd');
  pickTo('doc', order, 'd', 'e');
  expect([...pickedIn('doc')]).toEqual(['c', 'd', 'e']);
  pickTo('doc', order, 'e', 'a');
  expect([...pickedIn('doc')].sort()).toEqual(order);
});

it('forgets the marks of another document', () => {
  togglePicked('doc', 'b');
  expect(pickedIn('other').size).toBe(0);
  togglePicked('other', 'a');
  expect(pickedIn('doc').size).toBe(0);
  expect(clearPicked()).toBe(true);
  expect(clearPicked()).toBe(false);
});
