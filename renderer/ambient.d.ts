/** What the window finds around it: the bundler's imports and the one door the preload opens. */
/// <reference types="vite/client" />

interface Window {
  readonly gmg: import('../electron/contract/wire.ts').Door<File>;
}
