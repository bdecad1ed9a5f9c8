/** The parts of the window about tags: the tree in the rail and the page of a tag's passages. */
export { TagPassages } from './TagPassages.tsx';
export { TagTree } from './TagTree.tsx';
