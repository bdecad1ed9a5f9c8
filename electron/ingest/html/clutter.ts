/**
 * Which parts of a saved page are the web site around the document: navigation, banners, footers.
 * They are kept as furniture, never dropped; what has no text for people is left out altogether.
 */
import { attribute, type Element } from './tree.ts';

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'select',
  'input',
  'textarea',
  'button',
  'datalist',
  'head',
  'title',
  'map',
  'math-template',
]);
const AROUND = new Set(['nav', 'footer', 'aside', 'menu', 'dialog', 'search']);
const ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'dialog',
  'menu',
  'menubar',
  'alert',
  'toolbar',
]);
const NAMES =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|sidebar|navbar|navigation|nav|menu|share|sharing|social|skip-?link|skip-?nav|newsletter|related|comments?|footer|masthead-nav|pagination|pager|advert(?:isement)?|ads?|promo|popup|modal|toolbar|visually-hidden|sr-only|screen-reader-text)(?:$|[\s_-])/iu;

/** True for elements whose content nobody reads on the page. */
export function isSilent(element: Element): boolean {
  if (SILENT.has(element.tagName)) return true;
  if (attribute(element, 'hidden') !== null) return true;
  return /display\s*:\s*none/iu.test(attribute(element, 'style') ?? '');
}

/** True for elements around the document: their text becomes furniture. */
export function isAround(element: Element, inArticle: boolean): boolean {
  const tag = element.tagName;
  if (AROUND.has(tag)) return true;
  if (tag === 'body' || tag === 'html' || tag === 'main' || tag === 'article') return false;
  if (tag === 'header') return !inArticle && attribute(element, 'id') !== 'title-block-header';
  if (ROLES.has(attribute(element, 'role') ?? '')) return true;
  const named = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return named.length < 400 && NAMES.test(named);
}
