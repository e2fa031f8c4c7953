check_container() { :; }
