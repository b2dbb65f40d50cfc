package dev.lectern.corpus;

/** Where a reader puts what it finds in one file. */
public interface DocumentSink {
    void document(Document document);

    /** Part of the file could not be read; the rest goes on. {@code where} is a line, row or page of the file. */
    void problem(String where, String what);

    /** A page of which there is only a picture. */
    void pageWithoutText(int page);
}
