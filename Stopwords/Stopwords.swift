/// x
public enum Stopwords {}
