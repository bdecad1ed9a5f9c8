/** The parts of the window about tags: the tree in the rail, the codebook, the page of a tag's passages. */
export { CodebookScreen } from './CodebookScreen.tsx';
export { TagPassages } from './TagPassages.tsx';
export { TagTree } from './TagTree.tsx';
