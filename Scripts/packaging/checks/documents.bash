check_documents() { :; }
