"""The words without the page around them: paragraphs, noise, repairs, sentences."""
