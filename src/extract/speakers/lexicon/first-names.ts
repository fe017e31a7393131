import type { Gender } from '../gender.ts';
import { wordList } from './word-list.ts';

const MALE = wordList(
  'aaron abdul adam ahmed alan albert aleksandr alexander alexei ali andrei andrew andy anthony antonio arthur barack ben ' +
    'benjamin bernard bernie bill bob boris brad brian bruce bryan carl carlos charles charlie christopher craig dan daniel ' +
    'dave david dean dennis dick dmitri dmitry don donald doug douglas ed eddie edward eric erik ernest eugene evan ' +
    'francisco frank fred gary gene geoff george gerald giorgio glenn gordon greg gregory hans harold harry hassan henry ' +
    'howard hugh hussein ian igor ivan jack jacob jake james jason jeb jeff jeffrey jeremy jerry jim jimmy joe joel john ' +
    'johnny jon jonathan jose joseph josh joshua juan justin karl keith ken kenneth kevin khalid kyle larry lawrence leo ' +
    'leonard lou louis luis luke mahmoud marco marcus mario mark martin matt matthew michael miguel mike mikhail mitch mitt ' +
    'mohammad mohammed muhammad nathan neil newt nicholas nick nicolas nikolai omar oscar patrick paul pavel pedro pete peter ' +
    'phil philip pierre ralph rand randy ray raymond recep rex richard rick rob robert roger ron ronald roy russell ryan ' +
    'salman samuel scott sean sergei sergey seth simon stanley stephen steve steven stuart ted theodore thomas tim timothy ' +
    'todd tom tommy tony travis vaclav victor viktor vincent vitaly vladimir volodymyr walter warren wayne wesley william ' +
    'xavier yuri zachary',
);
const FEMALE = wordList(
  'abigail agnes aisha alice alicia alison amanda amber amelia amy ana andrea angela anita ann anna anne annie barbara ' +
    'beatrice beth betty beverly bonnie brenda carla carly carmen carol caroline carolyn catherine cathy charlotte cheryl ' +
    'chelsea christina christine cindy claire clara claudia condoleezza cynthia deborah debbie debra denise diana diane ' +
    'donna doris dorothy edith eileen elaine eleanor elena elizabeth ellen emily emma erica erin esther eva evelyn fatima ' +
    'fiona florence frances gail geraldine gina gloria grace hannah heather heidi helen hillary holly ingrid irene irina ' +
    'isabel ivanka jane janet janice jean jeanne jennifer jenny jessica jill joan joanna joyce judith judy julia julie ' +
    'june karen kate katherine kathleen kathy katie kellyanne kimberly kirsten kristen kristin laura lauren leila linda ' +
    'lisa liz lois loretta lori louise lucia lucy lynn madeleine margaret maria marie marilyn marine marjorie martha mary ' +
    'maureen megan melania melanie melissa meredith michelle miriam monica nadia nancy naomi natalia natalie natasha ' +
    'nicole nina nora olga olivia pamela patricia paula peggy phyllis rachel rebecca renee rita rose rosemary ruth sabrina ' +
    'sally samantha sandra sara sarah sharon sheila shirley sofia sophia sophie stephanie susan susana suzanne svetlana ' +
    'sylvia tamara tara teresa theresa tiffany tina tracy ursula valerie vanessa vera veronica victoria virginia vivian ' +
    'wanda wendy yolanda yulia yvonne',
);
/** Given to both, or to a family as well. */
const EITHER = wordList(
  'alex casey chris dana drew jamie jan jay jordan kelly kim lee leslie lindsey logan morgan pat reince robin sam sandy shannon ' +
    'sidney stacy taylor terry tyler',
);

export const genderOfFirstName = (key: string): Gender | null =>
  MALE.has(key) ? 'MALE' : FEMALE.has(key) ? 'FEMALE' : null;

export const isFirstName = (key: string): boolean => MALE.has(key) || FEMALE.has(key) || EITHER.has(key);
