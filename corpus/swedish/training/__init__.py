"""How our own Swedish spaCy pipeline is made: `make language-model`.

The material (UD Swedish-Talbanken and -PUD, UNER's names in both, swedish-ner-corpus) is no part of the project.
"""
