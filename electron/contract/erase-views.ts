/** What the archive answers about erasing for good: what would go, and what became of copies. */

/** What goes for good, in numbers; all 0 but what is asked for where nothing hangs on it. */
export interface ErasePreview {
  /** Earlier versions of the documents included. */
  readonly documents: number;
  /** Highlights, notes and the like; taggings of bare passages are counted apart. */
  readonly notes: number;
  readonly taggings: number;
  readonly tags: number;
  /** Places where an erased tag is taken off what stays. */
  readonly withdrawn: number;
  /** Paragraphs that leave the sheets. */
  readonly picked: number;
  /** Backups looked through; those that hold it are written anew. */
  readonly backups: number;
}

/** What became of the library's copies of itself. */
export interface ErasureDone {
  readonly backupsRewritten: number;
  readonly backupsRemoved: number;
  readonly asideRewritten: number;
  readonly asideRemoved: number;
  /** True: another program reads the library; the rest goes at the next opening. */
  readonly unfinished: boolean;
}
