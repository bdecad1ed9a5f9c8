/**
 * Takes away what Node itself offers for reaching a network without any import. To be imported
 * first, by each entry that runs with Node in the application.
 */
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
  Reflect.deleteProperty(globalThis, name);
}
