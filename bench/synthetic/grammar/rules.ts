/** One line an alternative. */
const lines = (list: string): readonly string[] =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim());

/**
 * The parts of sentences, each with its alternatives. A slot in braces is another part, or a word when its name is in small letters
 * (see `Prose`).
 */
export const RULES = {
  Agents: lines(`
    the {people}
    {people}
    the {people} of {place}
    {people} and {people}
    most {people}
    {count} {people}
    many of the {people}
    {people} in {place}
    young {people}
    the {gadj} {people}
    those {people}
    families and {people}
    the {people} at the {project}
  `),
  Object: lines(`
    the {adj} {thing}
    {adj} {things}
    the {thing}
    every {thing}
    a {adj} {thing}
    the {stuff}
    the {things} of {place}
    the {gnoun} over the {thing}
    {stuff} and {things}
    {count} {things}
    the {thing} near {place}
    the {project}
    {adj} and {adj} {things}
    a {gadj} {thing}
    the {adj} {things} and the {stuff}
    the {gadj} {gnoun}
    another {thing}
    {stuff}
    the last {adj} {thing}
    all {things} {Where}
    the cost of {stuff}
    more {things}
  `),
  Subject: lines(`
    the {adj} {thing}
    this {thing}
    the {thing} in {place}
    a {gadj} {gnoun}
    the {gnoun} over the {thing}
    the price of {stuff}
    every {adj} {thing}
    the {project}
    the {gadj} {gnoun}
    our {stuff}
    one {adj} {thing} after another
    what is left of the {stuff}
    the {thing} that the {people} {verbed}
  `),
  Do: lines(`
    {verb} {Object}
    {verb} {Object}
    {gverb} {Object}
    {gverb} {Object}
    {verb} and {gverb} {Object}
    {adverb} {verb} {Object}
    {verb} {Object} {Where}
    {gverb} what is left of the {stuff}
  `),
  Did: lines(`
    {verbed} {Object}
    {gverbed} {Object}
    {verbed} {Object} {Where}
    {adverb} {gverbed} {Object}
  `),
  Doing: lines(`
    {verbing} {Object}
    {gverbing} {Object}
    {adverb} {verbing} {Object}
  `),
  Where: lines(`
    in {place}
    across {place}
    on the outskirts of {place}
    at the {project}
    between {place} and {place}
    south of {place}
    in half of the country
    near the {adj} {thing}
  `),
  Time: lines(`
    before the end of {month}
    by {weekday}
    this {season}
    in the next {few} {periods}
    within {few} {periods}
    after {few} {periods} of {gadj} {gnouns}
    before the {season}
    for the first time in {few} {periods}
    as early as {month}
    from now on
    until the end of the {season}
    at the last {moment}
  `),
  Past: lines(`
    in {month}
    last {season}
    in {year}
    since {year}
    over the last {few} {periods}
    {few} {periods} ago
    for the first time in {few} {periods}
    before the {season} of {year}
    after {few} {periods} of {gadj} {gnouns}
    at the last {moment}
  `),
  Clause: lines(`
    {Agents} {Did}
    {Subject} is {gadj}
    {Agents} cannot {Do}
    nobody {verbs} {Object}
    {Agents} have {verbdone} {Object}
    the {gnoun} was {gadj}
    {big} {things} were {verbdone} {Where}
    {percent} of the {things} are {adj}
    {Agents} are still {Doing}
    {Subject} costs {money}
    there is no {stuff} left {Where}
    {Agents} want to {Do}
    the {thing} was {verbdone} {few} {periods} ago
  `),
  Link: lines(`
    because
    while
    if
    when
    unless
    as long as
    although
    since
    now that
    even if
  `),
  Why: lines(`
    because {Clause}
    after {Agents} {Did}
    although {Clause}
    while {Agents} {Did}
    since {Clause}
    even though {Clause}
    hours after {Agents} {Did}
    when {Agents} {Did}
  `),
  Remark: lines(`
    and we know it
    and that will not change
    whatever {surname} says
    and nobody can deny that
    as everyone {Where} knows
    no matter what it costs
    and I mean every word of it
    with or without {organization}
    and the {people} know why
    as we have said since {month}
    which is {gadj}
    and this is only the beginning
    and it cost us {money}
  `),
} as const;

/** What people say, in their own words: a sentence each, without the full stop. */
export const SPEECH = lines(`
  we will {Do} {Time}, and we will not ask {organization} for permission
  {Link} {Clause}, we have to {Do}
  I have never seen {Object} as {gadj} as what we found {Where}
  {Agents} deserve {Object}, {Remark}
  nobody here wants to {Do}, but {Clause}
  what we need is {Object}, and we need it {Time}
  it took {few} {periods} to {Do}, and now {Clause}
  there is no {gnoun} in the world that would make us {Do}
  {percent} of the {things} {Where} are {adj}, and {Agents} pay for it
  {Subject} is {gadj}, {Remark}
  if you ask {Agents}, they will tell you that {Clause}
  this is not about {Object}, this is about {Object}
  I told {surname} {few} {periods} ago that {Clause}
  every {period} that passes without {Object}, {Agents} {verb} {Object}
  we have {verbdone} {big} {things} {Past}, more than anybody {Where}
  you cannot {Do} and {Do} at the same time
  my {gnoun} is simple: {Agents} must {Do} {Time}
  the truth is that {Clause}, {Link} {Clause}
  {Agents} are not asking for {Object}, they are asking for {Object}
  I would rather {Do} than {Do}
  until {Clause}, no {people} will {verb} {Object}
  we were promised {Object}, and what we got was {Object}
  {organization} should {Do} instead of {Doing}
  {Link} {Clause}, {Clause}
  {Subject} will cost {money}, and {Agents} will have to find it
  it is {gadj} to {Do} {Link} {Clause}
  for {few} {periods} we have been {Doing}, {Remark}
  {surname} had every {gnoun} to {Do} and chose to {Do}
  we are {Doing}, not because it is {gadj} but because {Clause}
  do not believe those who say that {Clause}
  {Agents} {Did} {Where}, and nobody noticed until {month}
  I am {gadj} about {Object}, and so are {Agents}
  without {Object} there is no {gnoun}, and without {stuff} there are no {things}
  let them {Do}, and let us {Do}
  it starts with {Object} and it ends with {Object}
  not one {thing} was {verbdone} {Where} {Past}
  we counted {big} {things} in {month}, and {few} {periods} later {count} were left
  {Agents} will {Do} whether or not {Clause}
  how can anyone {Do} {Link} {Clause}?
  who will {Do} when {Agents} are gone?
  the {gnoun} was {gadj} and the {thing} was {adj}, {Remark}
  give {Agents} {Object} and they will {Do}
  {Object} and {Object}: that is what {Agents} voted for in {year}
  there are {big} {people} {Where} who cannot {Do}
  our {people} have {verbdone} {Object} since {year}, {Remark}
  we did not {Do} to watch {Agents} {verb} {Object}
  anyone who wants to {Do} has to {Do} first
  the {adj} {thing} {Where} is {gadj}, and so is the {stuff}
  either {Agents} {Do}, or {Clause}
  I was {Where} when {Agents} {Did}, {Remark}
  {Agents} cannot wait {few} {periods} for {Object}
  once {Clause}, it will be too late to {Do}
  we owe it to {Agents} to {Do} {Time}
  {Doing} is {gadj}, but {Doing} is worse
  nothing in the {gnoun} of {organization} says that {Agents} may {Do}
  the {people} I met {Where} want {Object}, not {Object}
  after {few} {periods} of {Doing}, {Agents} have earned {Object}
  {money} for {Object} is {gadj} when {Clause}
  they {verbed} {Object}, they {verbed} {Object}, and they called it a {gnoun}
  my {people} and I will {Do} {Time}
  I do not know who {verbed} {Object}, but I know that {Clause}
  {Agents} have until {weekday} to {Do}
  it was {gadj} to {Do} {Where}, and it is {gadj} now
  {Subject} was a {gnoun}, and we should say so
  only {percent} of {people} can {Do} {Time}
  please {Do} {Time}, or {Agents} will {Do} for you
  we have the {people}, we have the {stuff}, and {Time} we will have {Object}
  when {Clause}, {surname} was {Doing}
  that {thing} {Where} tells you everything about {Object}
  the {gadj} {gnoun} is over, {Link} {Clause}
  {Agents} and {organization} agree on one {gnoun}: {Clause}
  all I want is to {Do}
`);

/** Beginnings that one speaker uses again and again. */
export const FORMULAS = lines(`
  let me be very clear about this:
  I have said it before and I will say it again:
  as I have told everyone who would listen,
  the people of {place} know one thing:
  we will never forget what happened {Where}, and
  on the first day I promised you that
  when I took this office I said that
  nobody has done more for the {people} than we have, and
  this {season} will decide about everything:
  make no mistake,
  with the help of the {people} and the {stuff} of {place}
  there are two kinds of {people} in this country, and
  from {place} to {place} I hear the same thing:
  we stand with the {people} of {place}, and
  ask any of the {people} {Where} and they will tell you:
  enough is enough:
`);

/** Four to six words that an article takes from what somebody said. */
export const PHRASES = lines(`
  a {gadj} {gnoun} for {people}
  the {adj} {thing} nobody wanted
  a {gnoun} of {gadj} {people}
  {adj}, {adj} and {gadj}
  neither {gadj} nor {gadj}
  {few} {periods} of {gadj} {gnouns}
  the end of {adj} {things}
  an attack on {gadj} {people}
  {stuff} without any {gadj} {gnoun}
  a {gnoun} for {place} and {place}
  {gadj} {gnouns} and {adj} {things}
  the {gadj} {gnoun} since {year}
  the price of {gadj} {gnouns}
  {big} {adj} {things} too many
  more {stuff} and fewer {things}
  the {people} behind the {thing}
`);

/** What an article tells in its own voice. */
export const NARRATION = lines(`
  the {gnoun} comes {few} {periods} after {Agents} {Did}
  {organization} {verbed} {Object} on {weekday}, {Why}
  {big} {things} were {verbdone} {Where} in {month}, according to figures by {organization}
  {Agents} have {verbdone} {Object} since {year}
  in {place}, {Agents} {Did} {Past}
  {Subject} has been {gadj} since {month} {year}
  officials expect {Agents} to {Do} {Time}
  the {project}, which opened in {year}, has {verbdone} {Object}
  the {thing} was {verbdone} on {weekday} {Why}
  on {weekday} about {big} {people} gathered {Where} to {gverb} {Object}
  {percent} of {people} {Where} say that {Clause}
  a {gnoun} of {organization} found in {year} that {Clause}
  some {money} have been set aside for {Object}
  it is not known when {Agents} will {Do}
  {Agents} began {Doing} in {month}
  the {gadj} {gnoun} has divided {Agents} and {Agents}
  earlier this {period}, {Agents} {Did}, {Why}
  {place} has {big} {people} and {count} {things}
  {Why}, {Agents} {Did}
  only {count} of {big} {things} {Where} are {adj}
  the {thing} lies between {place} and {place}, where {Agents} {Did}
  {organization} did not answer a {gnoun} about {Object}
  a decision on {Object} is expected {Time}
  the {stuff} alone costs {money} a year
  witnesses saw {Agents} {Doing} {Where}
  under the {project}, {Agents} may {Do} {Time}
  talks between {organization} and {Agents} ended on {weekday}
  a first {gnoun} to {gverb} {Object} had failed in {year}
  {few} {people} were hurt when {Agents} {Did}
  by {weekday}, {Agents} had {verbdone} {big} {things}
  {Agents} {Where} depend on {Object}
  the number of {things} rose by {percent} {Past}
  the number of {adj} {things} has halved since {year}
  the {thing} is one of {count} that {organization} wants to {verb}
  critics of {surname} point to {Object} {Where}
  the {gnoun} was first reported in {month}
  {Agents} had been {Doing} for {few} {periods}
  {Object} and {Object} remain in dispute
  a {adj} {thing} {Where} was {verbdone} by {people}
  the {people} left {place} on {weekday}
  many {Where} blame {organization} for {Object}
  it was the {adj} {thing} that {Agents} had {gverbdone} {Past}
  {Agents} were told to {Do} before {weekday}
  last {period}, {organization} {gverbed} {Object} worth {money}
  neither {organization} nor {Agents} have {gverbdone} {Object} so far
`);

export const TITLES = lines(`
  {people} {verb} {things} in {place}
  {place} to {verb} {adj} {things}
  {gadj} {gnoun} over {things} divides {place}
  {organization} to {gverb} {project}
  {percent} of {things} {adj}, says {organization}
  {people} warn of {gadj} {gnoun} in {place}
  why {place} wants to {verb} its {things}
  {few} {periods} on, {place} still waits for {stuff}
  {big} {things} {verbdone} near {place}
  {project}: {people} demand {gnoun}
  no {stuff}, no {things}: {place} {people} speak out
  inside the {gadj} {gnoun} over {place} {things}
`);

/** What goes on behind a phrase that somebody is quoted with, to end the sentence. */
export const TAILS = lines(`
  and left it at that
  in {place} on {weekday}
  {few} {periods} after {Agents} {Did}
  when asked about {Object}
  before {Doing}
  at a {gnoun} of {organization}
  and called on {Agents} to {Do}
  and refused to {gverb} {Object}
`);
