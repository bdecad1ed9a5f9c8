/**
 * The command line's sentence for each fault: what happened and what to do, in one line.
 */
import { asksForPassword } from '../core/fault.ts';
import type { Fault, FaultCode } from '../core/fault.ts';

const SENTENCES: Readonly<Record<FaultCode, string>> = {
  'file-missing': 'there is no such file; check the path',
  'file-unreadable': 'the file cannot be read; check its permissions',
  'file-empty': 'the file is empty; get it again',
  'file-too-large': 'the file is too large; split it',
  'file-changed': 'the file changed while it was read; import it again',
  'file-locked': 'another program holds the file open; close the file in Word and try again',
  'file-not-here': 'the file is not on this computer but online; open it once to download it',
  'file-special': 'this is no regular file but a device, pipe or socket; name a document',
  'link-loop': 'this link goes round in circles; name the document itself',
  'name-unusable':
    'the name or path is too long for the system; copy the file nearer, under a shorter name',
  'folder-missing': 'the folder cannot be reached; plug in the stick or disk that holds it',
  'folder-unreadable': 'the folder cannot be read; check its permissions',
  'type-unknown':
    'this is no document the archive can read; use PDF, DOCX, ODT, RTF, EPUB, HTML or TXT',
  'type-unsupported':
    'this type of document cannot be read; save it as PDF, DOCX, ODT, RTF, EPUB, HTML or TXT',
  'type-old-word': 'this is the old format of Word; save it as .docx with Word or LibreOffice',
  'type-old-slides':
    'this is the old format of PowerPoint; save it as .pptx with PowerPoint or LibreOffice',
  'type-sheet': 'this is a spreadsheet, which has no paragraphs; save what matters as PDF',
  'type-outlook': "this is Outlook's own format; save the message as .eml or PDF",
  'type-heic': 'this is a HEIC photo; save it as JPG or PNG',
  'type-lying': 'the content is not what the name says; give the file its right ending',
  damaged: 'the file is damaged; get it again',
  encrypted: 'the file is protected by a password; save a copy without it',
  'password-wrong': 'the password in --password-file does not open the file; correct it',
  'no-text': 'the file holds pictures of text only; --ocr fra+eng reads them',
  'no-words': 'the document holds no text; check that it is the right file',
  'parser-crashed': 'reading the file failed; convert it to another format',
  'parser-timeout': 'reading the file took too long; allow more with --timeout',
  'parser-memory': 'reading the file took too much memory; split it',
  'limit-exceeded':
    'the file is larger or deeper inside than is safe; convert it to another format',
  'language-data':
    'this holds no language data of Tesseract 4 or 5; name a *.traineddata or *.traineddata.gz',
  'language-name': 'the file is to be named after its language, such as ara.traineddata',
  'language-missing':
    'there is no data to recognise this language; put its *.traineddata in a folder and name that with --ocr-data',
  'disk-full': 'the disk is full; make room and try again',
  'no-annotations': 'the file holds no W3C annotations; give a JSON-LD file of annotations',
  'library-missing': 'there is no library in this folder; "import" makes one',
  'library-busy': 'the library is open in another program; close that first',
  'library-newer':
    'the library was made by a newer version of GMG Archive; use that version to change it',
  'library-damaged': 'the library is damaged; "check" names the damage, "restore" lists backups',
  'library-read-only': 'the library cannot be written; check the permissions of its folder',
  'journal-pending': 'saved, but the journal could not be written; make room on the disk',
  'backup-failed': 'the backup could not be made or did not verify; check the disk',
  'bad-input': 'the archive did not accept this input',
  'not-found': 'there is nothing of that name or id',
  conflict: 'this does not fit the state of the library; look with "list" and try again',
  'reading-now': 'files are being read in this library; wait until that is done',
  cancelled: 'cancelled',
  'nothing-to-undo': 'there is nothing to undo',
  internal: 'something unforeseen went wrong',
};

/** Faults that mean that the library itself cannot be used. */
const OF_THE_LIBRARY: readonly FaultCode[] = [
  'library-missing',
  'library-busy',
  'library-newer',
  'library-damaged',
  'library-read-only',
];

/** The sentence for a fault, in lower case and without a full stop; the detail where it helps. */
export function sentenceFor({ code, detail }: Fault): string {
  // Read by recognition, and in vain: to offer that again would help nobody.
  if (code === 'no-text' && detail === 'ocr') return 'no text was recognised in its pictures';
  if (asksForPassword({ code, detail }) && code === 'encrypted') {
    return 'the file is protected by a password; --password-file reads it from a file';
  }
  const sentence = SENTENCES[code];
  return detail === '' || detail === code ? sentence : `${sentence} (${detail})`;
}

export function isOfTheLibrary({ code }: Fault): boolean {
  return OF_THE_LIBRARY.includes(code);
}
