/** The languages lunr-languages can analyse without a segmenter of its own, by BCP 47 subtag. */
import ar from 'lunr-languages/lunr.ar.js';
import da from 'lunr-languages/lunr.da.js';
import de from 'lunr-languages/lunr.de.js';
import el from 'lunr-languages/lunr.el.js';
import es from 'lunr-languages/lunr.es.js';
import fi from 'lunr-languages/lunr.fi.js';
import fr from 'lunr-languages/lunr.fr.js';
import he from 'lunr-languages/lunr.he.js';
import hu from 'lunr-languages/lunr.hu.js';
import hy from 'lunr-languages/lunr.hy.js';
import it from 'lunr-languages/lunr.it.js';
import ko from 'lunr-languages/lunr.ko.js';
import nl from 'lunr-languages/lunr.nl.js';
import no from 'lunr-languages/lunr.no.js';
import pl from 'lunr-languages/lunr.pl.js';
import pt from 'lunr-languages/lunr.pt.js';
import ro from 'lunr-languages/lunr.ro.js';
import ru from 'lunr-languages/lunr.ru.js';
import sv from 'lunr-languages/lunr.sv.js';
import tr from 'lunr-languages/lunr.tr.js';

type Plugin = typeof fr;

/** Plugins by language; each is set up when the language is first met. */
export const PLUGINS: Readonly<Record<string, Plugin>> = {
  ar,
  da,
  de,
  el,
  es,
  fi,
  fr,
  he,
  hu,
  hy,
  it,
  ko,
  nl,
  no,
  pl,
  pt,
  ro,
  ru,
  sv,
  tr,
};
