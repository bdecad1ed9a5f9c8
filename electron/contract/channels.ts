/**
 * Names of the few channels between main, preload and window. Kept apart from the schemas so that
 * the preload's bundle carries no library.
 */

/**
 * How the port arrives: the window's preload asks for it on this channel when a page begins, main
 * posts it on the same, and the preload passes it on, once the page's scripts have run, by
 * `window.postMessage(ARCHIVE_PORT, location.origin, [port])`. A later one replaces the former,
 * which closes: the archive's process died and was restarted, or another library was opened.
 */
export const ARCHIVE_PORT = 'archive-port';
/**
 * Channel of acts, main to window: the window gets them as `MessageEvent.data.act`. Menu acts are
 * 'undo', 'redo', 'search' and 'help'. 'link': a link waits to be taken by the call 'shell.link'. 'flush': the application is about to quit or to change library; the window
 * saves what is being typed and answers by the call 'shell.flushed' (main waits two seconds at
 * most).
 */
export const MENU_ACT = 'menu-act';
/** Channel of shell calls, window to main. */
export const SHELL = 'shell';
/** Channel of dropped files' paths, preload to main. */
export const DROP = 'drop';
