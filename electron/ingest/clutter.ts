/** The few lines that every saved page carries and no document says: skip links, cookie notices. */

const CLUTTER =
  /^(?:skip to (?:main )?(?:content|navigation)|aller au (?:contenu(?: principal)?|menu)|passer au contenu(?: principal)?|accéder au contenu(?: principal)?|saltar al contenido(?: principal)?|ir al contenido|back to top|retour en haut(?: de (?:la )?page)?|haut de page|print(?: this page)?|imprimer(?: cette page)?|share(?: this)?|partager|menu|search|rechercher)[.!:]?$/iu;

/** True for a text that belongs to the web site around a document, not to the document. */
export function isClutter(text: string): boolean {
  return text.length < 60 && CLUTTER.test(text);
}
