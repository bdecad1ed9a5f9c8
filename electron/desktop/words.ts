/**
 * The words main itself shows, in menus and dialogs, in both languages of the interface.
 */
import type { Preferences } from '../contract/shell.ts';

export type InterfaceLanguage = 'fr' | 'en';

const en = {
  file: '&File',
  importFiles: 'Import files…',
  importFolder: 'Import a folder…',
  watchFolder: 'Follow a folder…',
  addLanguage: 'Add a recognition language',
  languageData: 'Language data (.traineddata)',
  newLibrary: 'New library…',
  openLibrary: 'Open library…',
  recentLibraries: 'Recent libraries',
  showLibraryFolder: 'Show the library’s folder',
  quit: 'Quit',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  search: 'Search the library',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: '&View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Normal size',
  fullScreen: 'Full screen',
  help: '&Help',
  commands: 'All commands…',
  shortcuts: 'Keyboard shortcuts',
  changeKeys: 'Change the keys…',
  documents: 'Documents',
  allFiles: 'All files',
  annotations: 'W3C annotations',
  receiveAnnotations: 'Receive annotations',
  create: 'Create',
  open: 'Open',
  firstLibrary: 'My library',
  notALibrary: 'This folder is not a library.',
  notALibraryDetail:
    'It holds other files. Choose the folder of a library, or make a new one from the File menu.',
  folderTaken: 'There is already something in this place.',
  folderTakenDetail: 'Give the new library a name that no file or folder there has yet.',
  cannotOpen: 'The library could not be opened.',
  libraryMissing: 'Its folder is not there. Is it on a disk or a stick that is not plugged in?',
  libraryDamaged: 'It is damaged. Nothing was changed or deleted; its backups are in its folder.',
  libraryNewer: 'It was made by a newer version of GMG Archive.',
  openingFailed: 'Nothing in it was changed.',
  archiveStopped: 'The archive has stopped unexpectedly, twice.',
  archiveStoppedDetail: 'Everything shown as saved is saved.',
  tryAgain: 'Start it again',
  openOutside: 'Open the original in another program?',
  openOutsideDetail:
    'A copy that can only be read is given to the program your system has for this format. That program is not part of GMG Archive: it may connect to the Internet, and what you change there does not come back here.',
  openCopy: 'Open a copy',
  cancel: 'Cancel',
  noProgram: 'The original could not be opened.',
  noProgramDetail: 'Your system seems to have no program for files of this format.',
};
export type Words = Readonly<typeof en>;

const fr: Words = {
  file: '&Fichier',
  importFiles: 'Importer des fichiers…',
  importFolder: 'Importer un dossier…',
  watchFolder: 'Suivre un dossier…',
  addLanguage: 'Ajouter une langue de reconnaissance',
  languageData: 'Données de langue (.traineddata)',
  newLibrary: 'Nouvelle bibliothèque…',
  openLibrary: 'Ouvrir une bibliothèque…',
  recentLibraries: 'Bibliothèques récentes',
  showLibraryFolder: 'Montrer le dossier de la bibliothèque',
  quit: 'Quitter',
  edit: 'É&dition',
  undo: 'Annuler',
  redo: 'Rétablir',
  search: 'Chercher dans la bibliothèque',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  view: '&Affichage',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  zoomReset: 'Taille normale',
  fullScreen: 'Plein écran',
  help: 'Ai&de',
  commands: 'Toutes les commandes…',
  shortcuts: 'Raccourcis clavier',
  changeKeys: 'Changer les touches…',
  documents: 'Documents',
  allFiles: 'Tous les fichiers',
  annotations: 'Annotations W3C',
  receiveAnnotations: 'Recevoir des annotations',
  create: 'Créer',
  open: 'Ouvrir',
  firstLibrary: 'Ma bibliothèque',
  notALibrary: 'Ce dossier n’est pas une bibliothèque.',
  notALibraryDetail:
    'Il contient d’autres fichiers. Choisissez le dossier d’une bibliothèque, ou créez-en une dans le menu Fichier.',
  folderTaken: 'Il y a déjà quelque chose à cet endroit.',
  folderTakenDetail:
    'Donnez à la nouvelle bibliothèque un nom qu’aucun fichier ou dossier n’y porte encore.',
  cannotOpen: 'La bibliothèque n’a pas pu être ouverte.',
  libraryMissing:
    'Son dossier est introuvable. Se trouve-t-il sur un disque ou une clé qui n’est pas branchée\u202f?',
  libraryDamaged:
    'Elle est endommagée. Rien n’a été modifié ni effacé\u202f; ses sauvegardes sont dans son dossier.',
  libraryNewer: 'Elle a été créée par une version plus récente de GMG Archive.',
  openingFailed: 'Rien n’y a été modifié.',
  archiveStopped: 'L’archive s’est arrêtée deux fois de façon inattendue.',
  archiveStoppedDetail: 'Tout ce qui était indiqué comme enregistré l’est.',
  tryAgain: 'La relancer',
  openOutside: 'Ouvrir l’original dans un autre programme\u202f?',
  openOutsideDetail:
    'Une copie en lecture seule est confiée au programme que votre système a pour ce format. Ce programme ne fait pas partie de GMG Archive\u202f: il peut se connecter à Internet, et ce que vous y modifiez ne revient pas ici.',
  openCopy: 'Ouvrir une copie',
  cancel: 'Annuler',
  noProgram: 'L’original n’a pas pu être ouvert.',
  noProgramDetail: 'Votre système ne semble avoir aucun programme pour les fichiers de ce format.',
};

/** The interface's language: the one chosen, else the system's, else French. */
export function languageOf(preferences: Preferences, system: string): InterfaceLanguage {
  return preferences.language ?? (system.toLowerCase().startsWith('en') ? 'en' : 'fr');
}

export function wordsOf(language: InterfaceLanguage): Words {
  return language === 'fr' ? fr : en;
}
