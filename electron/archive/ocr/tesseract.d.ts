/** The engine's worker has no types of its own; only its presence matters. */
declare module 'tesseract.js/src/worker-script/node/index.js';
