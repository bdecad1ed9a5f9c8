import { describe, expect, it } from 'vitest';
import type { TagView } from '../../electron/contract/views.ts';
import { suggestTags } from './suggest.ts';
import { mayLieUnder, tagPath, tagsById, tagTree } from './tag-tree.ts';

function tag(id: string, name: string, more: Partial<TagView> = {}): TagView {
  return {
    id,
    parentId: null,
    name,
    nameFr: '',
    nameEn: '',
    colour: 'blue',
    description: '',
    include: '',
    exclude: '',
    example: '',
    memo: '',
    rule: '',
    archived: false,
    scheme: '',
    passages: 0,
    passagesWithin: 0,
    documents: 0,
    ...more,
  };
}

const tags = [
  tag('ten', 'Obj. 10', { parentId: 'root', passages: 2 }),
  tag('two', 'Obj. 2', { parentId: 'root', passages: 1, nameEn: 'Drivers', nameFr: 'Facteurs' }),
  tag('root', 'Objectifs', { passages: 4, passagesWithin: 7 }),
  tag('detention', 'Rétention et détention'),
  tag('lost', 'Sans parent', { parentId: 'gone' }),
];
const byId = tagsById(tags);

describe('tagTree', () => {
  it('sorts numbers by value, counts below, and keeps tags whose parent is gone', () => {
    const tree = tagTree([...tags.slice(1), tags[0] ?? tag('x', 'x')], 'fr');
    expect(tree.map((node) => node.tag.id)).toEqual(['root', 'detention', 'lost']);
    expect(tree[0]?.passages).toBe(7);
    const numbered = [tag('b', 'Obj. 10'), tag('a', 'Obj. 2')];
    expect(tagTree(numbered, 'fr').map((node) => node.tag.id)).toEqual(['a', 'b']);
  });

  it('writes paths in the interface language', () => {
    expect(tagPath(byId, 'two', 'fr')).toEqual(['Objectifs', 'Facteurs']);
    expect(tagPath(byId, 'two', 'en')).toEqual(['Objectifs', 'Drivers']);
    expect(tagPath(byId, 'nothing', 'en')).toEqual([]);
  });

  it('never puts a tag under itself', () => {
    expect(mayLieUnder(byId, 'root', 'two')).toBe(false);
    expect(mayLieUnder(byId, 'root', 'root')).toBe(false);
    expect(mayLieUnder(byId, 'two', 'root')).toBe(false);
    expect(mayLieUnder(byId, 'two', 'detention')).toBe(true);
    expect(mayLieUnder(byId, 'two', null)).toBe(true);
  });
});

describe('suggestTags', () => {
  const names = (typed: string, applied: string[] = []) =>
    suggestTags(tags, typed, new Set(applied), 'fr').found.map((one) => one.tag.id);

  it('finds without accents, starts of names first', () => {
    expect(names('detention')).toEqual(['detention']);
    expect(names('obj')).toEqual(['root', 'ten', 'two']);
    expect(names('driv')).toEqual(['two']);
  });

  it('offers to create only a name that is not there', () => {
    expect(suggestTags(tags, ' Logement ', new Set(), 'fr').create).toBe('Logement');
    expect(suggestTags(tags, 'objectifs', new Set(), 'fr').create).toBeNull();
    expect(suggestTags(tags, '  ', new Set(), 'fr').create).toBeNull();
  });

  it('puts applied tags first while nothing is typed', () => {
    expect(names('', ['lost'])[0]).toBe('lost');
  });
});
