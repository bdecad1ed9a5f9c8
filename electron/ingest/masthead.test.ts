import { describe, expect, it } from 'vitest';
import { mastheadOf } from './masthead.ts';

describe('mastheadOf', () => {
  it.each([
    [
      'en',
      [
        'General Assembly\tDistr.: General',
        '9 May 2031',
        'Original: English',
        'Ninety-first session',
        'Agenda items 12 (b) and 14',
      ],
      ['Ninety-first session', 'English', 'General', '12 (b) and 14'],
    ],
    [
      'fr',
      [
        'Distr. générale',
        'Original : anglais',
        'Quatre-vingt-onzième session',
        'Point 12 b) de l’ordre du jour',
      ],
      ['Quatre-vingt-onzième session', 'anglais', 'générale', '12 b)'],
    ],
    [
      'es',
      [
        'Distr. general',
        'Original: inglés',
        'Nonagésimo primer período de sesiones',
        'Tema 12 del programa',
      ],
      ['Nonagésimo primer período de sesiones', 'inglés', 'general', '12'],
    ],
    [
      'ru',
      ['Distr.: General', 'Original: English', 'Девяносто первая сессия', 'Пункт 12 повестки дня'],
      ['Девяносто первая сессия', 'English', 'General', '12'],
    ],
    [
      'ar',
      [
        'Distr.: General',
        'Original: English',
        'الدورة الحادية والتسعون',
        'البند 12 من جدول الأعمال',
      ],
      ['الدورة الحادية والتسعون', 'English', 'General', '12'],
    ],
    [
      'zh',
      ['Distr.: General', 'Original: English', '第九十一届会议', '议程项目12'],
      ['第九十一届会议', 'English', 'General', '12'],
    ],
  ])('reads the words of %s', (_language, lines, [session, original, distribution, agenda]) => {
    expect(mastheadOf(lines, 'A/91/7')).toEqual({ session, original, distribution, agenda });
  });

  it('takes capitals for ordinary words', () => {
    expect(mastheadOf(['Distr. LIMITED'], null)).toEqual({ distribution: 'Limited' });
  });

  it('finds none in a programme that has sessions, nor in prose', () => {
    expect(mastheadOf(['Opening session', 'Original: oil on canvas'], null)).toEqual({});
    const prose = 'The distribution: general remarks on what was said at the ninety-first session';
    expect(mastheadOf([prose, 'The session.'], 'A/91/7')).toEqual({});
  });
});
