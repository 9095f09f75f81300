// Validates the APL documents that come on standard input by their names, and prints what is wrong with each.
const { StaticAplTemplateValidator } = require("apl-suggester");

const documents = JSON.parse(require("fs").readFileSync(0, "utf8"));

(async () => {
  const found = {};
  for (const [name, document] of Object.entries(documents)) {
    found[name] = await new StaticAplTemplateValidator().validate(document);
  }
  console.log(JSON.stringify(found));
})();
