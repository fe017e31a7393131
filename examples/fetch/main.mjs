// Is this quotation right?   node main.mjs http://127.0.0.1:4000 "completely created by Russia"
const [url = 'http://127.0.0.1:4000', text = 'completely created by Russia'] = process.argv.slice(2);
const query = `query ($text: String!) {
  checkQuote(text: $text) { verdict matches { quote { exact start article { title } } } } }`;
const headers = { 'content-type': 'application/json' };
const body = JSON.stringify({ query, variables: { text } });
const { data, errors } = await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json();
if (errors) throw new Error(errors[0].message);
console.log(data.checkQuote.verdict);
for (const { quote } of data.checkQuote.matches) console.log(`“${quote.exact}” ${quote.article.title}, ${quote.start}`);
