import { expect, it } from 'vitest';
import { placeIn, turns } from './turns.ts';

it('lets as many go on as there may be now, first come first served', async () => {
  let most = 1;
  const line = turns(() => most);
  const order: string[] = [];
  const take = async (name: string) => {
    const end = await line.take();
    order.push(name);
    return end;
  };
  const first = await take('a');
  const [second, third, fourth] = [take('b'), take('c'), take('d')];
  await Promise.resolve();
  expect(order).toEqual(['a']);
  most = 2;
  first();
  // Ended twice is ended once.
  first();
  const endOfSecond = await second;
  await third;
  expect(order).toEqual(['a', 'b', 'c']);
  endOfSecond();
  await fourth;
  expect(order).toEqual(['a', 'b', 'c', 'd']);
});

it('keeps a place in the line, used or given up', async () => {
  const line = turns(() => 1);
  const [early, late] = [placeIn(line), placeIn(line)];
  let lateIsOn = false;
  const waiting = late.take().then((end) => {
    lateIsOn = true;
    return end;
  });
  const end = await early.take();
  expect(lateIsOn).toBe(false);
  end();
  (await waiting)();
  const unused = placeIn(line);
  unused.leave();
  (await line.take())();
});
