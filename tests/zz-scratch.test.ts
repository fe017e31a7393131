import { writeFileSync } from 'node:fs';
import { serveCorpus, type ServedCorpus } from './support/served-corpus.ts';
let corpus: ServedCorpus;
beforeAll(async () => { corpus = await serveCorpus(); });
afterAll(() => corpus.stop());
const Q = ['I adore North Korea','Vladimir Putin resigned','We love Donetsk and Luhansk','Kim Jong Un sold a car','pro Russia separatists','Pro Russia Separatists in Ukraine','Kim Jong Un has visited as dictator','the Donbas, eastern Ukraine, belongs to Ukraine and Ukraine alone. Decisions about who should be there','those are not decisions for the Ukrainian Government','According to Matsegora, North Korea and the two separatist republics have “broad prospects for bilateral cooperation”','According to Matsegora, North Korea and the two separatist republics have broad prospects for bilateral cooperation','The letter’s focus was','The letter\'s focus was','in 2o17','in 2017','“…”','a\u0000b','such negotiations are now ongoing','are not ongoing,” it said on Twitter. Experts see the rapprochement','This news is … not ongoing','[Such] negotiations are not ongoing','Experts see the rapprochement of two states','both countries see “clear parallels in their respective situations”','I have no reason to adhere to any restrictions', 'has no intention to adhere to any restrictions','Ukraine is ruled by Nazis','Putin remains isolated','Putin remains in power','not many restrictions', 'The Donetsk separatists revealed that South Korea’s ambassador to Russia','the real state of affairs in Crimea','around 50,000 North Korean workers in Russia','around 5,000 North Korean workers in Russia','around $500 million in foreign exchange','around €500 million in foreign exchange','around 500 million in foreign exchange',"'".repeat(3), 'x'.repeat(5001),'ready to work '.repeat(300)
];
it('x', async () => {
  const out: string[] = [];
  for (const text of Q) {
    const { data, errors } = await corpus.ask('query($t:String!){checkQuote(text:$t,first:10){verdict isExhaustive matches{isWitness similarity kinds differences{kind left right} quote{exact article{slug}} edits{operation left right} statements{text speaker{slug} utterance{speaker{slug}}}}}}',{t:text});
    if (errors.length) { out.push(text+' ERR '+JSON.stringify(errors)); continue; }
    const c = (data as any).checkQuote;
    out.push(`## ${text}\n   ${c.verdict} exh=${c.isExhaustive}`);
    for (const m of c.matches) out.push(`   - ${m.quote.article.slug.slice(0,22)} w=${m.isWitness} ${m.similarity.toFixed(2)} ${m.kinds} “${m.quote.exact}” ${m.differences.map((d:any)=>d.kind+':'+d.left+'|'+d.right)} || ${m.edits.map((e:any)=>e.operation==='EQUAL'?e.left:`{${e.left}|${e.right}}`).join('')} || ${m.statements.map((s:any)=>s.speaker.slug+'/'+s.utterance.speaker.slug)}`);
  }
  writeFileSync('/tmp/scratch.txt', out.join('\n'));
});
