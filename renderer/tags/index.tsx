/** The screens about tags: the codebook, the page of a tag's passages. The rail's tree is loaded by itself. */
export { CodebookScreen } from './CodebookScreen.tsx';
export { MatrixScreen } from './MatrixScreen.tsx';
export { TagPassages } from './TagPassages.tsx';
